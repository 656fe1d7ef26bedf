namespace Zhizhuxia.Web.Status;

/// <param name="Receipt">回执码: any case, with or without dashes. In the body, so that it stands in no log.</param>
internal sealed record StatusRequest(string? Receipt);
