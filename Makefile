# The same commands everywhere: on Windows and macOS call packaging/dev.py directly.
PYTHON ?= python3

.PHONY: setup run test check bench pictures words
setup run test check bench pictures words:
	@$(PYTHON) packaging/dev.py $@
