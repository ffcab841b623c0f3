"""What each HTML element is to the reader."""

VOID = frozenset(
    {
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img"),
        *("input", "keygen", "link", "meta", "param", "source", "track", "wbr"),
    }
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
SECTIONS = frozenset({"tbody", "thead", "tfoot"})
TABLE_PARTS = SECTIONS | {"caption", "colgroup", "col", "tr", "td", "th"}
# Elements that start a line of their own; all but these and the unknown flow inside a line.
BLOCK_LEVEL = (
    HEADINGS
    | LISTS
    | SECTIONS
    | {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "p", "pre"),
        *("search", "section", "summary", "table", "td", "th", "tr"),
    }
)
# A paragraph ends where one of these starts (HTML Standard, "A start tag whose tag name is …").
ENDS_PARAGRAPH = BLOCK_LEVEL - {"body", "html", "caption", "legend", "td", "th", "tr"} - SECTIONS
FORMATTING = frozenset(
    {
        *("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike"),
        *("strong", "tt", "u"),
    }
)
# What stands in the head, wherever it is written.
METADATA = frozenset({"base", "link", "meta", "style", "title"})
# Markup without a place in the model: kept as it stands, so that a rule can flag it.
RAW = frozenset(
    {
        *("applet", "audio", "basefont", "bgsound", "blink", "button", "canvas", "datalist"),
        *("embed", "frame", "frameset", "iframe", "input", "keygen", "map", "area", "marquee"),
        *("math", "meter", "noembed", "noframes", "noscript", "object", "param", "picture"),
        *("portal", "progress", "script", "select", "source", "svg", "template"),
        *("textarea", "track", "video", "xmp"),
    }
)
