namespace Zhizhuxia.Intake;

/// <summary>What a PATCH brings.</summary>
/// <param name="Content">The caller closes it.</param>
/// <param name="Length">Bytes declared; null if the client did not say (chunked).</param>
/// <param name="Checksum">To be verified before the offset moves, or null.</param>
public sealed record UploadBody(Stream Content, long? Length, Checksum? Checksum);
