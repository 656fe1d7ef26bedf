namespace Zhizhuxia.Submissions;

/// <summary>What several states have in common.</summary>
public static class States
{
    /// <summary>Being read, or waiting for its reader: the newsroom still owes an answer.</summary>
    public static IReadOnlyList<State> Undecided { get; } = [State.Review1, State.Review2, State.Review3, State.Waiting];

    /// <inheritdoc cref="Undecided"/>
    public static bool IsUndecided(this State state) => Undecided.Contains(state);
}
