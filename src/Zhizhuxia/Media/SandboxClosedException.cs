namespace Zhizhuxia.Media;

/// <summary>The box has not proved itself, so nothing was opened; the job is to be put back, not failed.</summary>
public sealed class SandboxClosedException() : Exception("The sandbox has not proved itself.");
