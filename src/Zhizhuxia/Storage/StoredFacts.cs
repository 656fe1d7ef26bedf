namespace Zhizhuxia.Storage;

/// <summary>What a store knows of a file without opening it.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="WrittenAt">When its bytes were last written; it may have got its name later.</param>
public sealed record StoredFacts(long Length, DateTimeOffset WrittenAt);
