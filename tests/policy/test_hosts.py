"""Hosts and addresses are told apart by their look."""

import pytest

from composer.policy import AmazonPath, HostKind, Policy


@pytest.mark.parametrize(
    ("host", "store"),
    [
        ("amazon.de", "amazon.de"),
        ("www.amazon.co.uk", "amazon.co.uk"),
        ("sellercentral.amazon.com", "amazon.com"),
        ("WWW.AMAZON.COM.", "amazon.com"),
        ("amazon.com.br", "amazon.com.br"),
        ("amazon.com.evil.tld", None),
        ("amazon-help.com", None),
        ("notamazon.com", None),
        ("amazon.co", None),
        ("s3.amazonaws.com", None),
        ("", None),
    ],
)
def test_only_amazon_s_stores_are_amazon(policy: Policy, host: str, store: str | None) -> None:
    """A name that merely contains or begins with Amazon's is somebody else's."""
    assert policy.hosts.store(host) == store


@pytest.mark.parametrize(
    ("host", "carrier"),
    [
        ("www.dhl.de", "DHL"),
        ("tools.usps.com", "USPS"),
        ("track.dpd.co.uk", "DPD"),
        ("www.evri.com", "Evri"),
        ("toi.kuronekoyamato.co.jp", "Yamato"),
        ("www.laposte.fr", "La Poste"),
        ("www.canadapost-postescanada.ca", "Canada Post"),
        ("dhl.de.evil.tld", None),
        ("mydhl-track.com", None),
        ("amazon.de", None),
    ],
)
def test_carriers_are_known_by_their_domains(
    policy: Policy, host: str, carrier: str | None
) -> None:
    """A tracking page of a carrier is what a buyer needs to complete an order."""
    found = policy.hosts.carrier(host)

    assert (found.name if found else None) == carrier


def test_no_domain_belongs_to_two_carriers_or_is_no_domain(policy: Policy) -> None:
    """Each entry is a plain lower-case domain of one carrier."""
    domains = [domain for carrier in policy.hosts.carriers for domain in carrier.domains]

    assert len(domains) == len(set(domains))
    assert all(domain == domain.lower() and "." in domain for domain in domains)
    assert not any("/" in domain or domain.startswith("www.") for domain in domains)


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("bit.ly", HostKind.SHORTENER),
        ("amzn.to", HostKind.AMAZON_SHORTENER),
        ("wa.me", HostKind.DIVERSION),
        ("www.facebook.com", HostKind.DIVERSION),
        ("media.giphy.com", HostKind.GIF),
        ("m.media-amazon.com", HostKind.PRODUCT_IMAGE),
        ("d111.cloudfront.net", HostKind.NOT_STORE),
        ("images.unsplash.com", HostKind.STOCK),
    ],
)
def test_a_host_is_of_its_kind(policy: Policy, host: str, kind: HostKind) -> None:
    """A host inside a listed domain counts; a longer look-alike does not."""
    assert policy.hosts.has(host, kind)
    assert not policy.hosts.has(f"{host}.example", kind)
    assert not policy.hosts.has("www.amazon.de", kind)


@pytest.mark.parametrize(
    "address",
    [
        "r.example.com/tr/op/abc-123",
        "abc.mjt.lu/oo/AAA/bbb/e.gif",
        "shop.us1.list-manage.com/track/open.php?u=1",
        "u1.ct.sendgrid.net/wf/open?upn=x",
        "r20.rs6.net/on.jsp?ca=1",
        "www.google-analytics.com/collect?v=1",
        "www.facebook.com/tr?id=1",
        "mail.example.com/t/open.gif?id=1",
        "cdn.example.com/pixel.gif",
    ],
)
def test_open_trackers_are_recognised(policy: Policy, address: str) -> None:
    """Addresses that report that a message was opened (C-TRK)."""
    assert policy.hosts.tracker(address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "cdn.example.com/logo.png",
        "www.ups.com/track?loc=en_US",
        "cdn.example.com/images/open-box.jpg",
        "www.facebook.com/trampolines",
        "example.com/opening-hours.png",
    ],
)
def test_ordinary_images_are_no_trackers(policy: Policy, address: str) -> None:
    """A carrier's tracking page or a picture of an open box reports nothing."""
    assert policy.hosts.tracker(address) is None


def test_parameters_that_follow_a_buyer(policy: Policy) -> None:
    """Campaign parameters are known by name, whole."""
    assert policy.hosts.tracks("utm_source")
    assert policy.hosts.tracks("fbclid")
    assert not policy.hosts.tracks("orderId")
    assert not policy.hosts.tracks("utm")
    assert policy.hosts.advertises("tag")
    assert not policy.hosts.advertises("asin")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/dp/B000000000", AmazonPath.PRODUCT),
        ("/Tea-Strainer/dp/B000000000/ref=x", AmazonPath.PRODUCT),
        ("/gp/product/B000000000", AmazonPath.PRODUCT),
        ("/stores/TeaTimber", AmazonPath.STOREFRONT),
        ("/sp?seller=A1", AmazonPath.STOREFRONT),
        ("/s?me=A1", AmazonPath.STOREFRONT),
        ("/review/create-review?asin=B000000000", AmazonPath.REVIEW),
        ("/gp/feedback/leave-customer-feedback.html", AmazonPath.REVIEW),
        ("/hz/feedback", AmazonPath.REVIEW),
        ("/gp/your-account/order-details?orderID=1", AmazonPath.ORDER),
        ("/gp/css/order-history", AmazonPath.ORDER),
        ("/ss/help/contact/?orderId=1", AmazonPath.CONTACT),
        ("/gp/help/contact/contact.html?sellerID=A1", AmazonPath.CONTACT),
        ("/", None),
        ("/privacy", None),
        ("/specials", None),
    ],
)
def test_pages_of_a_store(policy: Policy, path: str, kind: AmazonPath | None) -> None:
    """Product and storefront links are told from order, review and contact pages (C-LINK)."""
    assert policy.hosts.amazon_path(path) == kind
