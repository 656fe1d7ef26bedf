using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>A page with a form about a piece: what stands in the way is named, each with its field.</summary>
/// <typeparam name="TForm">What is filled in.</typeparam>
public abstract class ReaderFormOf<TForm> : PageModel
    where TForm : class, new()
{
    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>Everything that stands in the way.</summary>
    public IReadOnlyList<Problem> Problems =>
    [
        .. ModelState.Where(entry => entry.Value is { Errors.Count: > 0 })
            .Select(entry => new Problem(Anchor(entry.Key), entry.Value!.Errors[0].ErrorMessage)),
    ];

    protected void Show(FormInvalidException invalid)
    {
        foreach (var error in invalid.Errors)
            ModelState.AddModelError($"{nameof(Form)}.{error.Field}", error.Sentence);
    }

    private static string Anchor(string key) => key is "" or "Files" ? "film" : key.Replace('.', '_');

    /// <summary>One sentence with the id of the field it is about.</summary>
    public sealed record Problem(string Anchor, string Sentence);
}
