namespace Zhizhuxia.Web.Account;

/// <summary>New recovery codes, to be shown once.</summary>
/// <param name="GoOn">An address of this site.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes, string GoOn);
