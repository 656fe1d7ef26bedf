namespace Zhizhuxia.Submissions;

/// <summary>The two sorts of letters.</summary>
public static class LetterKinds
{
    extension(LetterKind kind)
    {
        /// <summary>To a person of the newsroom; its words are written with the row.</summary>
        public bool IsForStaff => kind is LetterKind.StaffDigest or LetterKind.StaffClock or LetterKind.StaffUrgent or LetterKind.StaffCountersign or LetterKind.StaffMailbox;
    }

    /// <summary>Those to readers, in the order of domain §4.</summary>
    public static IReadOnlyList<LetterKind> ToReaders { get; } = [.. Enum.GetValues<LetterKind>().Where(kind => !kind.IsForStaff)];
}
