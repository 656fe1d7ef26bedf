namespace Zhizhuxia.Submissions;

/// <summary>One role of the credit line with its names, in the order of print: 摄影:李翰 谢慧.</summary>
public sealed record Credit(string Role, IReadOnlyList<string> Names);
