namespace Zhizhuxia.Intake;

/// <summary>A film of a mail, in the store under its asset's name.</summary>
/// <param name="AssetId">The same for the same film of the same mail.</param>
/// <param name="Name">Text to show.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record MailedFilm(Guid AssetId, string Name, long Length, string Sha256);
