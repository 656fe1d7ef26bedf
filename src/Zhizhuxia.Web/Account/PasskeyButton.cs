namespace Zhizhuxia.Web.Account;

/// <summary>What stands on and under the button for passkeys.</summary>
/// <param name="Words">On the button.</param>
/// <param name="Otherwise">Before what can be done instead.</param>
/// <param name="ReturnUrl">Where the person wanted to go.</param>
/// <param name="Offers">The browser may also offer its passkeys in the field for the name.</param>
public sealed record PasskeyButton(string Words, string Otherwise, string? ReturnUrl, bool Offers = false);
