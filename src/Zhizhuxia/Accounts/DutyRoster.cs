namespace Zhizhuxia.Accounts;

/// <summary>值班: who may lend a level to whom. Pure. Three levels stay three people: what a person has passed, they do not pass again as a stand-in.</summary>
public static class DutyRoster
{
    /// <summary>A longer absence is a change of roles.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public const int ShortestReason = 2;
    public const int LongestReason = 200;

    /// <summary>The first level is nobody's to lend: an administrator gives it as a role.</summary>
    public static IReadOnlyList<Role> Lendable { get; } = [Role.Editor2, Role.Editor3];

    /// <param name="own">Roles of the person that are not lent themselves.</param>
    public static bool MayLend(IReadOnlyList<Role> own) => own.Any(role => role is Role.Editor3 or Role.Administrator);

    /// <summary>Reads pieces already, at another level.</summary>
    /// <param name="own">As in <see cref="MayLend"/>.</param>
    public static bool MayStandIn(IReadOnlyList<Role> own, Role level) => !own.Contains(level) && own.Any(role => role.Judges);

    /// <summary>The roles that are lent to this person now.</summary>
    /// <param name="present">As the roster has it; others' are left out.</param>
    public static IReadOnlyList<Role> LentTo(Editor editor, IEnumerable<StandIn> present, AccountsOptions options, DateTimeOffset now) =>
        [.. present.Where(row => row.EditorId == editor.Id && row.IsPresent(now) && !editor.Roles.Contains(row.Role) && !options.Closes(row.Role, editor))
            .Select(row => row.Role).Distinct().Order()];

    /// <summary>The code of what stands in the way of a lending; null if nothing does.</summary>
    /// <param name="open">What is lent already or will be.</param>
    public static string? Obstacle(StandIn wanted, Editor lender, Editor colleague, IEnumerable<StandIn> open, AccountsOptions options, DateTimeOffset now) => wanted switch
    {
        _ when lender.Disabled || !MayLend(lender.Roles) => DutyRefusals.NotYours,
        _ when !Lendable.Contains(wanted.Role) => DutyRefusals.NotLendable,
        _ when lender.Id == colleague.Id => DutyRefusals.ToOneself,
        _ when colleague.Roles.Contains(wanted.Role) => DutyRefusals.HasItAlready,
        _ when colleague.Disabled || !MayStandIn(colleague.Roles, wanted.Role) => DutyRefusals.NoReviewer,
        _ when options.Closes(wanted.Role, colleague) => DutyRefusals.NeedsSecondFactor,
        _ when wanted.Reason.Length is < ShortestReason or > LongestReason => DutyRefusals.NoReason,
        _ when wanted.Until <= now || wanted.From >= wanted.Until || wanted.Until - wanted.From > Longest => DutyRefusals.WrongTime,
        _ when open.Any(other => other.IsOpen(now) && other.EditorId == wanted.EditorId && other.Role == wanted.Role && other.From < wanted.Until && wanted.From < other.Until)
            => DutyRefusals.Overlaps,
        _ => null,
    };
}
