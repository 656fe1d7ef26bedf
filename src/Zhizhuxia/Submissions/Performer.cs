namespace Zhizhuxia.Submissions;

/// <summary>Who a row of the table is for.</summary>
public enum Performer
{
    Reader,
    Editor1,
    Editor2,
    Editor3,
    Publisher,

    /// <summary>复审 or 终审.</summary>
    Senior,
}
