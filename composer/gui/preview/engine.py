"""The browser engine as every message is rendered in it: off the record, and out of reach."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineCore import QWebEngineSettings as Settings

from composer.gui.preview import address, shell
from composer.gui.preview.guard import Interceptor, SchemeHandler, refuse_download
from composer.gui.preview.images import ImageStore

ISOLATED = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
"""The world our own scripts run in; scripts of a message run nowhere."""
# What Amazon's mails and most mail programs use where the message sets no font.
MAIL_FONT = "Arial"


def new_profile(
    images: ImageStore, parent: QObject, page: Callable[[], bytes] = shell.page
) -> QWebEngineProfile:
    """A profile that keeps nothing and loads `page` and `images` from memory, and nothing else."""
    profile = QWebEngineProfile(parent)  # without a name: off the record
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setUrlRequestInterceptor(Interceptor(profile))
    handler = SchemeHandler(images, profile, page)
    profile.installUrlSchemeHandler(address.SCHEME.encode(), handler)
    profile.downloadRequested.connect(refuse_download)
    settings = profile.settings()
    settings.setFontFamily(Settings.FontFamily.StandardFont, MAIL_FONT)
    settings.setFontFamily(Settings.FontFamily.SansSerifFont, MAIL_FONT)
    return profile
