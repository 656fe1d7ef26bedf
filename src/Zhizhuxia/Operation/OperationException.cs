namespace Zhizhuxia.Operation;

/// <summary>An operator's command cannot be carried out.</summary>
/// <param name="message">Why, and what would help; a plain sentence.</param>
public sealed class OperationException(string message) : Exception(message);
