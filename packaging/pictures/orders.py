"""Pictures of sample orders: chosen above the preview, and a seller's own."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QTabBar

from composer.library.orders import keep_orders
from composer.policy import Policy
from composer.policy.order import own_order
from pictures.stage import Stage


def orders_menu(stage: Stage) -> None:
    """The menu of orders, a seller's own among them."""
    _keep_own(stage)
    stage.desk.ordering.refresh()
    stage.settle()
    button = stage.desk.window.findChild(QPushButton, "previewOrder")
    menu = button.menu() if button is not None else None
    if isinstance(button, QPushButton) and isinstance(menu, QMenu):
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def worst_case(stage: Stage) -> None:
    """The longest values, and what they bring."""
    button = stage.desk.window.findChild(QPushButton, "previewWorstCase")
    if button is not None:
        button.click()
    stage.settle()


def worst_preview(stage: Stage) -> None:
    """The same, with the preview in front where there is no room for both."""
    worst_case(stage)
    tabs = stage.desk.window.findChild(QTabBar)
    if tabs is not None:
        tabs.setCurrentIndex(1)
    stage.settle()


def own_orders(stage: Stage) -> None:
    """The page of own orders."""
    _keep_own(stage)
    stage.desk.actions.own_orders.trigger()


def _keep_own(stage: Stage) -> None:
    policy = Policy.load()
    typical = policy.orders[0]
    orders = (
        own_order("Gift to Switzerland", {"carrier": "Swiss Post"}, typical),
        own_order("Large tray", {"product_name": "BIG BEAUTIFUL WOODEN TEA TRAY"}, typical),
    )
    keep_orders(stage.desk.workspace.library.folder, orders, policy)
