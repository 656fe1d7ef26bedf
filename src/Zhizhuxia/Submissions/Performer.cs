namespace Zhizhuxia.Submissions;

/// <summary>Who a row of the table is for.</summary>
public enum Performer
{
    Reader,

    /// <summary>The program itself: what nobody presses a button for.</summary>
    Machine,
    Editor1,
    Editor2,
    Editor3,
    Publisher,

    /// <summary>复审 or 终审.</summary>
    Senior,
}

/// <summary>What performers have in common.</summary>
public static class Performers
{
    /// <summary>A person of the newsroom.</summary>
    public static bool IsStaff(this Performer performer) => performer is not (Performer.Reader or Performer.Machine);
}
