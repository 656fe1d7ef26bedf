using Zhizhuxia.Accounts;

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

    /// <summary>初审 or above, for a reader on the telephone or out with the camera: no button of the review page.</summary>
    Typist,
}

/// <summary>What performers have in common.</summary>
public static class Performers
{
    /// <summary>A person of the newsroom, by a button of the review page.</summary>
    public static bool IsStaff(this Performer performer) => performer is not (Performer.Reader or Performer.Machine or Performer.Typist);

    /// <summary>The roles of which one is needed; none for reader and machine.</summary>
    public static IReadOnlyList<Role> Roles(this Performer performer) => performer switch
    {
        Performer.Reader or Performer.Machine => [],
        Performer.Editor1 => [Role.Editor1],
        Performer.Editor2 => [Role.Editor2],
        Performer.Editor3 => [Role.Editor3],
        Performer.Typist => [Role.Editor1, Role.Editor2, Role.Editor3],
        Performer.Senior => [Role.Editor2, Role.Editor3],
        _ => [Role.Publisher],
    };
}
