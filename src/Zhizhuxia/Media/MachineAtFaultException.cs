using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>How a look at a file ended says nothing about the file: the machine is at fault, and the job is tried again.</summary>
/// <param name="message">For the operator's page.</param>
public sealed class MachineAtFaultException(string message) : JobFailedException(message, isFinal: false);
