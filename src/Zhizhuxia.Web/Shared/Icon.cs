using System.Collections.Frozen;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhizhuxia.Web.Shared;

/// <summary>
/// <c>&lt;icon name="play" /&gt;</c> draws one of the house's own line icons as inline SVG, 24 × 24, in the colour of the text.
/// Without <c>title</c> it is decoration and hidden from screen readers.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Icon : TagHelper
{
    private static readonly FrozenDictionary<string, string> Drawings = new Dictionary<string, string>
    {
        // The house's seal: a stamp with a play mark cut out.
        ["seal"] = """<path fill="currentColor" stroke="none" fill-rule="evenodd" d="M3 1h18a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2Zm1 3v16h16V4Zm1.4 1.4h13.2v13.2H5.4Zm4.1 2.7v7.8l6.7-3.9Z"/>""",
        ["film"] = """<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="m10 9 5 3-5 3Z"/>""",
        ["link"] = """<path d="M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7L12 6.3"/><path d="M14 10a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19l1.3-1.3"/>""",
        ["talk"] = """<path d="M4 5h16v11h-9l-4.5 4V16H4Z"/><path d="M8 9h8M8 12h5"/>""",
        ["upload"] = """<path d="M12 16V4m-5 5 5-5 5 5M4 15v5h16v-5"/>""",
        ["play"] = """<path d="M7 4.5v15L19.5 12Z"/>""",
        ["pause"] = """<path d="M8 5v14M16 5v14"/>""",
        ["close"] = """<path d="m6 6 12 12M18 6 6 18"/>""",
        ["check"] = """<path d="m4.5 12.5 5 5 10-11"/>""",
        ["info"] = """<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>""",
        ["warn"] = """<path d="M12 4 2.8 20h18.4ZM12 10v4.5M12 17.4v.1"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>""",
        ["copy"] = """<rect x="8" y="8" width="12" height="12" rx="1.5"/><path d="M16 8V4H4v12h4"/>""",
        ["print"] = """<path d="M7 9V4h10v5M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7Z"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>""",
        ["mail"] = """<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="m3.5 7 8.5 6 8.5-6"/>""",
        ["inbox"] = """<path d="M3 13 6 5h12l3 8v6H3Z"/><path d="M3 13h5.5l1 2.5h5L15.5 13H21"/>""",
        ["people"] = """<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.7 3.5 5.5"/>""",
        ["back"] = """<path d="M20 12H4.5m6.5-7-7 7 7 7"/>""",
        ["next"] = """<path d="M4 12h15.5m-6.5-7 7 7-7 7"/>""",
        ["rewind"] = """<path d="M11.5 6.5 4 12l7.5 5.5ZM20 6.5 12.5 12l7.5 5.5Z"/>""",
        ["forward"] = """<path d="M12.5 6.5 20 12l-7.5 5.5ZM4 6.5 11.5 12 4 17.5Z"/>""",
        ["frame-back"] = """<path d="M17 6 8 12l9 6ZM5.5 6v12"/>""",
        ["frame-next"] = """<path d="m7 6 9 6-9 6ZM18.5 6v12"/>""",
        ["sound"] = """<path d="M4 9.5v5h3.5L12 19V5L7.5 9.5Z"/><path d="M15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11"/>""",
        ["full"] = """<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>""",
        ["share"] = """<path d="M12 15V3.5M7.5 8 12 3.5 16.5 8M6 12H4v8.5h16V12h-2"/>""",
        ["key"] = """<circle cx="8" cy="12" r="4.5"/><path d="M12.5 12H21v3.5M17 12v3"/>""",
        ["gear"] = """<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2"/>""",
    }.ToFrozenDictionary();

    /// <summary>Which drawing; an unknown name is an error, seen the first time the page is opened.</summary>
    public required string Name { get; set; }

    /// <summary>Words for screen readers where the icon stands alone.</summary>
    public string? Title { get; set; }

    /// <summary>Classes beside <c>icon</c>.</summary>
    public string? Class { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Class is null ? "icon" : $"icon {Class}");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        if (Title is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Title);
        }
        output.Content.SetHtmlContent(Drawings[Name]);
    }
}
