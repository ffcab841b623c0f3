"""Messages like those that sellers' tools send, written for these tests."""

import pytest

SHOP = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\r
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\r
<head>\r
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\r
<title>Order &amp; parcel {{order_id}}</title>\r
<style type="text/css">\r
  /* base */ body { margin: 0 !important; font: 14px/1.5 Arial, sans-serif }\r
  .box td { padding: 10px 20% } a:hover { color: red }\r
  @media only screen and (max-width: 480px) { .box { width: 100% !important } }\r
</style>\r
</head>\r
<body bgcolor="#F6F6F6" text=black>\r
<!--[if mso]><table><tr><td>Outlook only</td></tr></table><![endif]-->\r
<div style="display:none;font-size:1px">Your parcel is on its way &zwnj;&nbsp;</div>\r
<center>\r
<table class="box" width="600" align="center" cellpadding="0" border="0">\r
  <tr><td align="center"><a href="https://amazon.com/x?a=1&amp;b=2"><img src="logo.png" alt="Mugs &quot;R&quot; us" width=120></a></td></tr>\r
  <tr>\r
    <td>\r
      <h1 style="font-size:24px">Thank you,\r
        😀 friend</h1>\r
      <p>Your order <b>{{order_id}}</b> of <i>3&nbsp;mugs</i><br />left today.</p>\r
      <ul><li>Red<li>Blue\r
        <ul><li>Sky</li></ul></ul>\r
    </td>\r
  </tr>\r
</table>\r
</center>\r
<font size="1" color="gray">Shop &middot; <a href="mailto:a@b.example">Write to us</a></font>\r
</body>\r
</html>\r
"""

PASTED = """<div dir="ltr"><div class="gmail_default" style="font-family:verdana,sans-serif">Hello,</div>
<div><br></div><div>your order <span style="color:rgb(0,0,0);font-size:large">112-1234567-1234567</span> is here.</div>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal style='margin-left:36.0pt;text-indent:-18.0pt'>
<span lang=DE style='mso-fareast-language:EN-US'>Viele Grüße</span><![if !supportLists]>·<![endif]></p>
<blockquote style="margin:0 0 0 40px;border:none"><div>quoted<br>twice</div></blockquote></div>"""

SLOPPY = """<P>One<P>Two <B>bold <I>both</B> italic</I>
<h2>Head<div>line</div></h2> stray <li>item<li>item two
<table><tr><td>a<td>b<tr><th>c</table>
<a name=top>top</a> 1 < 2 && 3 > 2 &copy &#8364; &unknown;
<pre>
 kept   as
is</pre><hr width=50%>
<b><p>misnested</b> tail</p><form action="http://x.example/"><input type=text>Go</form>"""

TEMPLATE = """{{#if a<b}}<p>Hi {{ first_name }}, {% if x > 1 %}many{% endif %}
<a href="{{url "track"}}" title='{{ x }}'>here</a> %%name%% [[contact-link:let us know]]</p>"""

MAILS = {"shop": SHOP, "pasted": PASTED, "sloppy": SLOPPY, "template": TEMPLATE}


@pytest.fixture(params=sorted(MAILS))
def mail(request: pytest.FixtureRequest) -> str:
    """Each of the messages in turn."""
    return MAILS[request.param]
