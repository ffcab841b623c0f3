"""Small messages for everything that decides how words and images look, by name."""

_TABLE = 'cellpadding="0" cellspacing="0"'
_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
_IMG = f'<img src="{_PIXEL}" alt="a"'

CASES = {
    "nothing set": "words<p>a paragraph</p><div>a box</div>",
    "headings": "".join(f"<h{n}>head <b>bold</b></h{n}>" for n in range(1, 7)),
    "headings in em": '<div style="font-size: 10px"><h1>a</h1><h3 style="font-size: 2em">b</h3></div>',
    "small, big, sub and sup": (
        "<p><small>a<small>b</small></small><big>c<big>d</big></big>e<sub>f</sub>g<sup>h</sup>"
        '<small style="font-size: 20px">j</small><sup style="font-size: 10px">k</sup></p>'
    ),
    "code": (
        "<p>a<code>b</code><tt>c</tt><kbd>d</kbd><samp>e</samp></p><pre>f <b>g</b></pre>"
        '<p style="font-size: 20px">h<code>i</code></p><p style="font-size: 2em">j<code>k</code></p>'
        '<p style="font-family: monospace">l</p><p style="font-family: Courier, monospace">m</p>'
        '<code style="font-family: Arial; font-size: 14px">n</code><code style="font-size: 80%">o</code>'
        '<pre style="font-family: Arial">p</pre><pre style="font-size: 12px">q</pre>'
    ),
    "sizes in every unit": "".join(
        f'<p style="font-size: {size}">size {number} <span style="font-size: 1.5em">more</span></p>'
        for number, size in enumerate(
            [
                "12px",
                "12pt",
                "1pc",
                ".2in",
                "5mm",
                ".5cm",
                "1.5em",
                "2rem",
                "150%",
                "xx-small",
                "x-small",
                "small",
                "medium",
                "large",
                "x-large",
                "xx-large",
                "smaller",
                "larger",
                "0.9E1px",
                "14PX",
                "Larger",
                "inherit",
                "initial",
                "unset",
                "12",
                "-3px",
                "calc",
            ]
        )
    ),
    "sizes inherited": (
        '<div style="font-size: 80%">a<div style="font-size: 80%">b<p style="font-size: 1em">c</p>'
        '<p style="font-size: larger">d<span style="font-size: smaller">e</span></p></div></div>'
        '<table style="font-size: 11px"><tr><td>f<p>g</p></td><th>h</th></tr></table>'
    ),
    "nested spans": (
        '<p style="font-size: 20px"><span style="font-size: 50%">a<span style="font-size: 200%">b'
        '<span style="font-size: 14px">c<span style="font-size: inherit">d</span></span></span></span>'
        '<b style="font-size: small"><i style="font-size: 2em">e</i></b>'
        '<span style="font-size: larger"><span style="font-size: larger">f</span></span></p>'
    ),
    "the font shorthand": (
        '<p style="font: 12px Arial">a</p><p style="font: italic bold 14px/20px Georgia, serif">b</p>'
        '<p style="font: 1.2em/1.5 \'Trebuchet MS\', sans-serif">c</p><h1 style="font: 12px Arial">d</h1>'
        '<p style="line-height: 30px; font: 12px Arial">e</p><p style="font: Arial">f</p>'
        '<p style="font: inherit">g</p><p style="font: small-caps 80% Verdana; font-size: 13px">h</p>'
        '<p style="font: 12px/normal Arial">i</p><p style="font: bold 12px / 150% Arial">j</p>'
        '<p style="font: normal normal 400 11pt Tahoma">k</p>'
    ),
    "the font element": (
        "".join(
            f'<font size="{size}">size {size} </font>'
            for size in ("1", "3", "5", "7", "+1", "-2", "9")
        )
        + '<font face="Verdana, Arial" color="red">a<font color="#0a0">b</font></font>'
        '<font color="navy"><a href="https://a.de">c</a></font><a href="https://a.de"><font color=red>d</font></a>'
        '<font size="5"><font size="2">e</font></font><font color="ff0000">f</font>'
    ),
    "families": (
        '<div style="font-family: \'Open Sans\', Arial">a<p style="font-family: inherit">b</p>'
        '<p style="font-family: initial">c</p><p style="font-family: &quot;Segoe UI&quot;,Roboto">d</p>'
        '<table><tr><td>e</td></tr></table><p style="font-family: ">f</p></div>'
        '<p style="font-family: Times  New   Roman, serif">g</p><p style="font-family: ARIAL">h</p>'
        "<p style='font-family: -apple-system, BlinkMacSystemFont, \"Segoe UI\"'>i</p>"
    ),
    "colours": "".join(
        f'<p style="color: {color}">colour {number}</p>'
        for number, color in enumerate(
            (
                "red",
                "#abc",
                "#AABBCC",
                "#aabbccdd",
                "#abcd",
                "rgb(1, 2, 3)",
                "rgb(1 2 3)",
                "rgb(10% 20% 30%)",
                "rgba(255, 0, 0, .5)",
                "rgb(0 0 255 / 50%)",
                "hsl(120, 50%, 50%)",
                "hsl(120deg 50% 50% / .3)",
                "hsla(0.5turn, 50%, 50%, 1)",
                "transparent",
                "currentcolor",
                "inherit",
                "initial",
                "RED",
                "rebeccapurple",
                "nonsense",
                "#12345",
            )
        )
    ),
    "colours over a background": (
        '<div style="background: #000"><p style="color: rgba(255, 255, 255, .5)">a</p>'
        '<p style="background-color: rgba(255, 0, 0, .5)"><span style="color: rgba(0, 0, 255, .5)">b</span></p></div>'
        '<table bgcolor="#ff0000"><tr><td style="color: rgba(0, 0, 0, .5)">c</td><td bgcolor="00ff00">'
        '<font color="white">d</font></td></tr></table>'
    ),
    "links": (
        '<p style="color: green">a<a href="https://a.de">b</a><a>c</a><a href="https://a.de" style="color: red">d'
        '<b>e</b></a><a href="https://a.de" style="color: inherit">f</a>'
        '<span style="color: purple"><a href="https://a.de">g</a></span>'
        '<a href="https://a.de"><span style="color: teal">h</span></a>'
        '<a href="https://a.de" style="color: initial">i</a></p>'
    ),
    "links in a sheet": (
        "<style>a { color: red } a:link { color: blue } .x a { color: green } a:hover { color: pink }"
        " a:visited { color: gray }</style><a href='https://a.de'>a</a><p class=x><a href='https://a.de'>b</a></p>"
        "<a>c</a>"
    ),
    "line heights": "".join(
        f'<div style="line-height: {height}; font-size: 20px">height {number}'
        '<p style="font-size: 10px">smaller</p><span style="font-size: 30px">larger</span></div>'
        for number, height in enumerate(
            [
                "1",
                "1.5",
                "150%",
                "1.5em",
                "24px",
                "18pt",
                "2rem",
                "normal",
                "inherit",
                "0",
                "-1",
                ".9",
                "100%",
                "1.2E0",
            ]
        )
    ),
    "line heights of spans": (
        '<p style="line-height: 1.5">a<span style="line-height: 30px">b</span><small>c</small></p>'
        '<h2 style="line-height: 120%">d<span style="font-size: 10px; line-height: 2">e</span></h2>'
    ),
    "alignment": (
        '<p align="center">a</p><div align="right">b<p>c</p></div><p style="text-align: justify">d</p>'
        '<center>e<p>f</p><div>g</div></center><h1 align="center">h</h1><p align="MIDDLE">i</p>'
        '<div style="text-align: right"><p style="text-align: left">j</p><p style="text-align: inherit">k</p></div>'
        '<p style="text-align: start">l</p><p style="text-align: end">m</p><p align="nonsense">n</p>'
        '<blockquote align="right">o</blockquote><ul align="right"><li>p</li><li align="center">q</li></ul>'
    ),
    "alignment and tables": (
        "<center><table><tr><td>a</td><th>b</th></tr></table></center>"
        '<div style="text-align: center"><table><tr><td>c</td><th>d</th></tr></table></div>'
        '<div align="center"><table><tr><td>e</td><td align="right">f</td><td style="text-align: left">g</td></tr>'
        '<tr align="center"><td>h</td><th>i</th></tr></table></div>'
        '<table align="center"><tr><td>j</td></tr></table><table><tbody align="right"><tr><td>k</td></tr></tbody></table>'
        '<table style="text-align: right"><tr><td>m<p align="left">n</p></td></tr></table>'
    ),
    "buttons": (
        '<p><a href="https://a.de" style="display: inline-block; text-align: center; padding: 5px">a</a></p>'
        '<div><a href="https://a.de" style="display: block; text-align: center; color: #fff; background: #333">b</a></div>'
        '<table><tr><td align="center"><a href="https://a.de" style="color: white"><span style="display:'
        ' inline-block">c</span></a></td></tr></table>'
        '<span style="display: block; text-align: right">d</span>'
    ),
    "right to left": (
        '<div dir="rtl"><p>a</p><p align="left">b</p><p style="text-align: end">c</p><ul><li>d</li></ul>'
        '<table><tr><td>e</td></tr></table><p dir="ltr">f</p></div><p style="direction: rtl">g</p>'
        '<p dir="auto">\u05d0\u05d1</p><p dir="auto">h</p><blockquote dir="rtl" style="padding-left: 30px">i</blockquote>'
    ),
    "a message from right to left": '<html dir="rtl" lang="ar"><body><p>\u0645\u0631\u062d\u0628\u0627</p><ol><li>b</li></ol></body></html>',
    "the body's attributes": (
        '<body text="#333333" bgcolor="#eeeeee" link="#cc0000" vlink="green" style="font-family: Georgia">'
        '<p>a <a href="https://a.de">b</a></p><table><tr><td>c</td></tr></table></body>'
    ),
    "the body's style": (
        "<html style='color: #555'><body style='margin: 0; padding: 0 10%; font: 14px/1.4 Verdana; color: #222;"
        " text-align: center'><p>a</p><p style='font-size: 1rem'>b</p><div style='margin: 0 1rem'>c</div></body></html>"
    ),
    "a sheet": (
        "<style>/* comment */ body { color: #111 } p { font-size: 13px } .a { font-size: 15px } #b { font-size: 17px }"
        " p.c { font-size: 19px !important } div p { font-size: 21px } div > p.d { font-size: 23px } p, h2 { color: teal }"
        " [title] { color: red } [align=center] { color: orange } * { line-height: 20px }</style>"
        '<p>1</p><p class="a">2</p><p class="a" id="b">3</p><p class="c" style="font-size: 9px">4</p><div><p>5</p>'
        '<p class="d a">6</p><p class="a">7</p></div><h2>8</h2><p title="x">9</p><p align="center">10</p>'
        '<p style="color: blue !important">11</p>'
    ),
    "the order of sheets": (
        "<style>p { color: red } .a { color: green }</style><style>p { color: blue } .a.b { color: navy }"
        " p.a { color: olive }</style><p>1</p><p class='a'>2</p><p class='a b'>3</p>"
        "<style>p.a.b { color: #123456 }</style>"
    ),
    "selectors": (
        "<style>p:first-child { color: red } p:last-child { color: green } h2 + p { color: blue } h2 ~ p.x { color: teal }"
        " td:first-child { font-size: 10px } li:only-child { color: navy } a[href^='https'] { color: lime }"
        " a[href$='.de'] { font-size: 20px } .x.y { font-size: 22px } P.UP { color: gray }</style>"
        "<div><p>1</p><p>2</p><h2>3</h2><p>4</p><p class='x y'>5</p></div><table><tr><td>6</td><td>7</td></tr></table>"
        "<ul><li>8</li></ul><a href='https://a.de'>9</a><p class='UP'>10</p>"
    ),
    "importance": (
        "<style>p { color: red !important; font-size: 12px ! important } #a { color: blue } td { font-size: 9px !important }"
        "</style><p id='a' style='color: green; font-size: 30px'>1</p><p style='color: green !important'>2</p>"
        "<table><tr><td style='font: 20px Arial'>3</td></tr></table>"
    ),
    "media": (
        "<style>@media screen { p { color: red } } @media print { p { color: green } } @media all { p { font-size: 20px } }"
        "</style><style media='screen'>p { line-height: 30px }</style><style media='print'>p { color: blue }</style><p>a</p>"
    ),
    "tables": (
        f'<table {_TABLE} width="400" align="center"><tr><td>a</td></tr></table>'
        f'<center><table {_TABLE} width="50%"><tr><td style="padding: 0 10%">b</td></tr></table></center>'
        f'<table {_TABLE} width="100%" style="border: 3px solid"><tr><td width="100%">c</td></tr></table>'
        '<table width="100%" cellpadding="20"><tr><td>d</td></tr></table>'
        '<table width="100%" cellspacing="10" border="2"><tr><td>e<p>f</p></td></tr></table>'
        f'<table {_TABLE} width="100%"><tr><td width="30%">g</td><td>h</td></tr></table>'
        f'<table {_TABLE} style="width: 100%; max-width: 480px; margin: 0 auto"><tr><td style="padding: 10px 30px">i</td>'
        "</tr></table>"
        f'<table {_TABLE} width="600"><tr><td align="center"><table {_TABLE} width="480"><tr><td>j</td></tr></table>'
        "</td></tr></table>"
    ),
    "tables of one column": (
        f'<table {_TABLE} width="100%"><tr><td style="padding: 0 24px">a</td></tr><tr><td>b</td></tr></table>'
        f'<table {_TABLE} border="0" width="100%"><tbody><tr><td align="center" style="padding: 20px"><table {_TABLE}'
        ' width="80%"><tr><td>c</td></tr></table></td></tr></tbody></table>'
    ),
    "boxes": (
        '<p style="margin: 0 10%">a</p><div style="width: 60%; margin: 0 auto"><p>b</p></div>'
        '<div style="max-width: 400px; padding: 0 5%; border: 2px solid; margin: 0 auto"><p>c</p></div>'
        '<p style="padding-left: 2em; font-size: 20px">d</p><div style="width: 300px; box-sizing: border-box; padding:'
        ' 0 20px">e</div><div style="margin-left: auto; width: 200px">f</div><p style="text-indent: 30px">g</p>'
        '<div style="margin-left: -20px">h</div><div style="padding: 10px 20px 30px 40px">i</div>'
        '<center><div style="width: 50%">j</div></center><div style="min-width: 700px">k</div>'
        '<div style="width: auto; padding-right: 1in">l</div><fieldset style="margin: 0">m</fieldset><dl><dt>n</dt><dd>o</dd></dl>'
        "<figure>p</figure><form>q</form><hr>"
    ),
    "lists": (
        "<ul><li>a<ol><li>b<p>c</p></li></ol></li></ul><ul style='padding: 0; margin: 0'><li>d</li></ul>"
        "<ol style='padding-left: 10px'><li style='margin-left: 10px'>e</li></ol><ul dir='rtl'><li>f</li></ul>"
        "<ul style='margin-left: 5%'><li style='font-size: 12px'>g</li></ul><menu><li>h</li></menu>"
    ),
    "quotes": (
        "<blockquote>a<blockquote>b</blockquote></blockquote><blockquote style='margin: 0 0 0 .8ex; border-left: 1px"
        " solid; padding-left: 1ex'>c</blockquote><blockquote style='margin: 0'>d</blockquote>"
    ),
    "images": (
        f'<p>{_IMG} width="50%">{_IMG} width="300">{_IMG} style="width: 25%">{_IMG} style="width: 120px">'
        f'{_IMG} width="600" style="width: 100%; max-width: 200px">{_IMG} width="90%" style="width: auto">'
        f'{_IMG} width="100" style="min-width: 50%">{_IMG} style="width: 10em; font-size: 20px">'
        f'{_IMG} style="width: 50vw">{_IMG} width="200px"></p>'
        f'<div style="padding: 0 10%">{_IMG} width="100%">{_IMG} style="display: block; width: 50%; margin: auto"></div>'
        f'<table {_TABLE} width="400"><tr><td>{_IMG} width="100%">{_IMG} width="150"></td></tr></table>'
        f'<table width="100%"><tr><td style="font-size: 0">{_IMG} width="60"></td></tr></table>'
        f'{_IMG} width="100" style="border: 10px solid; padding: 5px">{_IMG} width="700" style="max-width: 100%">'
        f'<a href="https://a.de">{_IMG} width="40" border="0"></a>'
    ),
    "hidden text": (
        '<div style="display: none">a</div><p style="visibility: hidden">b<span style="visibility: visible">c</span></p>'
        '<p style="font-size: 0">d<span style="font-size: 14px">e</span></p><p hidden>f</p><p style="opacity: 0">g</p>'
        '<div style="max-height: 0; overflow: hidden">h</div><p style="mso-hide: all">i</p><div style="height: 0;'
        ' overflow: hidden">j</div><p style="font-size: 1px">k</p><table style="display: none"><tr><td>l</td></tr></table>'
        "<style>.m { display: none }</style><span class='m'>m</span><title>n</title>"
    ),
    "words cut up": (
        "<p>W<b>o</b>rds <i>that</i>\n\n  span&nbsp;lines<br>and<!-- comment -->go <span> on </span></p>"
        "<pre>  kept\n  as it is</pre><p>&lt;tag&gt; &amp; &copy; &#8364; \U0001f600 {{order}} %%x%%</p>"
    ),
    "broken markup": (
        "<p>a<p>b<div>c<b>d<p>e</b>f</div><table><tr><td>g<td>h<tr><td>i</table><ul><li>j<li>k</ul><font color=red>l"
        "<p>m</font>n</p></table></div><center>o"
    ),
}
"""The HTML of each; in a body without the margin that browsers give a page."""
