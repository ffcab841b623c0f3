"""What keeps the preview to itself: nothing leaves, nothing enters, nothing opens."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from composer.gui.preview import address
from composer.gui.preview.images import ImageStore

_SCHEME = address.SCHEME.encode()
_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.FocusOnNavigationEnabled,  # typing must stay in the editor
    _Attribute.ForceDarkMode,
)


def register_scheme() -> None:
    """Make the preview's own scheme known; without effect the second time."""
    if QWebEngineUrlScheme.schemeByName(_SCHEME).name() == _SCHEME:
        return
    scheme = QWebEngineUrlScheme(_SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Blocks every request except those to the preview's own scheme and for inline images."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        own = url.scheme() == address.SCHEME
        image = info.resourceType() == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage
        inline = url.scheme() == "data" and image
        info.block(not (own or inline))


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Serves the one page and the images of the message from memory."""

    def __init__(self, images: ImageStore, parent: QObject, page: Callable[[], bytes]) -> None:
        super().__init__(parent)
        self._images = images
        self._page = page
        self._mime_types = QMimeDatabase()

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl().toString()
        if url == address.SHELL:
            _reply(job, b"text/html", self._page())
            return
        data = self._images.content(url)
        mime_type = self._mime_types.mimeTypeForData(data).name() if data else ""
        if data and mime_type.startswith("image/"):
            _reply(job, mime_type.encode(), data)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


def _reply(job: QWebEngineUrlRequestJob, mime_type: bytes, data: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(mime_type, buffer)


class Page(QWebEnginePage):
    """A page that shows the shell and goes nowhere else."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)

    def acceptNavigationRequest(
        self, url: QUrl | str, _type: QWebEnginePage.NavigationType, isMainFrame: bool
    ) -> bool:
        return isMainFrame and QUrl(url).toString() == address.SHELL

    def createWindow(self, _type: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        return None  # type: ignore[return-value]  # Qt's way to refuse

    def chooseFiles(
        self, _mode: QWebEnginePage.FileSelectionMode, _old: object, _types: object
    ) -> list[str]:
        return []

    def javaScriptConsoleMessage(
        self, _level: object, _message: str, _line: int, _source: str
    ) -> None:
        """Keep refusals of hostile content out of the terminal."""


def refuse_download(request: QWebEngineDownloadRequest) -> None:
    """Cancel what the engine would save."""
    request.cancel()
