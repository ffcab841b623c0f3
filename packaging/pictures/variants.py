"""The looks, sizes, scales and languages that pictures are taken in."""

from dataclasses import dataclass

from devtools.system import is_root


@dataclass(frozen=True, slots=True)
class Variant:
    """`width` and `height` are those of the window, in px of its own; `scale` 2 is 200%."""

    look: str = "light"
    width: int = 1440
    height: int = 900
    scale: int = 1
    language: str = "en"

    @property
    def name(self) -> str:
        """What tells it from the others, as in file names."""
        size = f"{self.look}-{self.width}x{self.height}"
        scaled = size if self.scale == 1 else f"{size}@{self.scale}x"
        return scaled if self.language == "en" else f"{scaled}-{self.language}"

    @property
    def environment(self) -> dict[str, str]:
        """What Qt reads before anything is shown."""
        made = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(self.scale)}
        if is_root():
            made["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium insists
        return made

    @classmethod
    def named(cls, name: str) -> "Variant":
        """Return the variant called `name`.

        Raises:
            SystemExit: there is none.
        """
        for variant in VARIANTS:
            if variant.name == name:
                return variant
        known = ", ".join(variant.name for variant in VARIANTS)
        raise SystemExit(f"There is no variant “{name}”. Known: {known}.")


VARIANTS = (
    Variant(),
    Variant(width=1024, height=700),
    Variant("dark"),
    Variant("dark", 1024, 700),
    Variant("high-contrast"),
    Variant("high-contrast", 1024, 700),
    Variant(width=1024, height=700, scale=2),
    Variant("dark", 1024, 700, scale=2),
    Variant(language="de"),
    Variant(width=1024, height=700, language="de"),
    Variant(language="zh-CN"),
    Variant(width=1024, height=700, language="zh-CN"),
)
