namespace Zhizhuxia.Web.Submit;

/// <param name="Text">As pasted; ≤ 4000 characters count.</param>
internal sealed record RecogniseRequest(string? Text);
