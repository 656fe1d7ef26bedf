namespace Zhizhuxia.Storage;

/// <summary>The bytes of this upload are not as they were when the writing began: another process goes on with it.</summary>
public sealed class BytesTakenOverException(Guid id, Exception cause) : IOException($"upload {id:N} is written elsewhere", cause);
