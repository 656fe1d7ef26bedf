namespace Zhizhuxia.Submissions;

/// <summary>A row of the one table.</summary>
/// <param name="From">The state it starts from.</param>
/// <param name="Verb">What is done.</param>
/// <param name="By">Who may.</param>
/// <param name="To">The state after it; null: back to the level that asked.</param>
/// <param name="If">All must hold.</param>
/// <param name="Then">What follows, in the same transaction.</param>
/// <param name="Closing">Why it closes, when it closes.</param>
public sealed record Transition(
    State From, Verb Verb, Performer By, State? To, IReadOnlyList<Guard> If, IReadOnlyList<Effect> Then, CloseReason? Closing = null);

/// <summary>What follows from a verb: rows added to the piece (a letter, jobs) or a mark set on it.</summary>
public delegate void Effect(Attempt attempt);
