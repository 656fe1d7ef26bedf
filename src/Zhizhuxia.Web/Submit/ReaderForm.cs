using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>A page on which a reader declares and agrees.</summary>
public abstract class ReaderForm : ReaderFormOf<SubmissionForm>
{
    /// <summary>For a group of radios: which one is chosen.</summary>
    public ViewDataDictionary Selected(Enum? value) => new(ViewData) { ["Selected"] = value };
}
