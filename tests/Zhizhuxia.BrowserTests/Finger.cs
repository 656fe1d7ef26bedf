using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests;

/// <summary>What a finger has to hit on a phone.</summary>
internal static class Finger
{
    /// <summary>CSS pixels of the window; wider ones are used with a mouse.</summary>
    public const int WidestPhone = 720;

    /// <summary>
    /// Links, buttons and fields under 44 × 44 CSS pixels. As in WCAG 2.5.8 those in running text are exempt: an inline element whose line holds other
    /// words. A box or a point is touched by its label, a link that covers its card by the card.
    /// </summary>
    public static async Task<IReadOnlyList<string>> SmallTargetsAsync(IPage page) => await page.EvaluateAsync<string[]>("""
        () => {
          const block = e => { while (getComputedStyle(e).display.startsWith("inline")) e = e.parentElement; return e; };
          const inText = e => {
            if (getComputedStyle(e).display !== "inline") return false;
            const line = block(e).cloneNode(true);
            line.querySelectorAll("a, button").forEach(link => link.remove());
            return /[\p{L}\p{N}]/u.test(line.textContent);
          };
          const touched = e => {
            if (e.matches("[type=radio], [type=checkbox]")) return e.closest("label") ?? e;
            if (getComputedStyle(e, "::after").position === "absolute") return e.offsetParent;
            return e;
          };
          return [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden]), [role=slider]")]
            .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".skip, .vh, .vh *") && !inText(e))
            .map(e => [e, touched(e).getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && (box.width < 43.5 || box.height < 43.5))
            .map(([e, box]) => `${location.pathname} ${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.replace(/\s+/g, " ").slice(0, 110)}`);
        }
        """);
}
