namespace Zhizhuxia.Submissions;

/// <summary>How a piece came in.</summary>
public enum Channel
{
    Web,
    Mail,
    Api,
    Phone,
}
