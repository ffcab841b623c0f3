"""Everything one window consists of, built and connected here and nowhere else."""

from composer.gui.desk.building import build_desk
from composer.gui.desk.crew import Desk

__all__ = ["Desk", "build_desk"]
