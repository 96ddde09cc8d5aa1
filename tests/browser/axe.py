"""What axe finds on a page as it stands now."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Without tags axe leaves out what WCAG 2.2 added, such as the size of targets.
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
AXE = """async (tags) => {
  const befund = axe.run({runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  const frist = new Promise((_, nein) => setTimeout(() => nein(new Error("axe hangs")), 20000));
  return (await Promise.race([befund, frist])).violations.map(
    (v) => [v.id, ...v.nodes.map((n) => n.html + " | " + n.failureSummary)]);
}"""


def barrieren(page: Page) -> list[list[str]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return list(page.evaluate(AXE, TAGS))
