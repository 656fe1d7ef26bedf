using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Settings;

/// <summary>Section <c>Fees</c>: what an adopted piece is paid (domain §5).</summary>
public sealed class FeeOptions : IValidatableObject
{
    public const string Section = "Fees";

    private const decimal Most = 100_000;

    /// <summary>The whole list; replaces <see cref="Usual"/>.</summary>
    public IReadOnlyList<FeeGrade> Grades { get; set; } = [];

    public static IReadOnlyList<FeeGrade> Usual { get; } = [new("A", 500), new("B", 300), new("C", 150), new("D", 80), new("E", 0)];

    /// <summary>Those that hold.</summary>
    public IReadOnlyList<FeeGrade> All => Grades.Count > 0 ? Grades : Usual;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Grades.Any(grade => grade.Name is not { Length: >= 1 and <= 4 } || grade.Amount is < 0 or > Most || decimal.Round(grade.Amount, 2) != grade.Amount))
            yield return new("Fees:Grades: a name of 1 to 4 characters, and an amount from 0 to 100000 in whole fen", [nameof(Grades)]);
        if (Grades.DistinctBy(grade => grade.Name).Count() != Grades.Count)
            yield return new("Fees:Grades: each name once", [nameof(Grades)]);
    }
}

/// <param name="Name">For example A.</param>
/// <param name="Amount">元.</param>
public sealed record FeeGrade(string Name, decimal Amount);
