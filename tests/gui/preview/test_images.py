from composer.gui.preview.images import ImageStore


def test_an_address_changes_with_the_bytes() -> None:
    """An image replaced on disk gets a new address, so that the engine loads it again."""
    files = {"a.png": b"one"}
    store = ImageStore(files.get)
    first = store.resolve("a.png")
    files["a.png"] = b"two"
    second = store.resolve("a.png")
    assert first is not None
    assert second is not None
    assert first != second
    assert (store.content(first), store.content(second)) == (b"one", b"two")


def test_images_of_older_messages_are_let_go() -> None:
    """After two more messages an image that is no longer used is forgotten."""
    store = ImageStore({"a.png": b"one"}.get)
    address = store.resolve("a.png")
    assert address is not None
    store.begin()
    assert store.content(address) == b"one"
    store.begin()
    assert store.content(address) is None


def test_an_image_that_is_not_there_has_no_address() -> None:
    """An unknown path gets no address."""
    assert ImageStore({}.get).resolve("a.png") is None
