using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Data;

public enum DatabaseKind
{
    /// <summary>One file under the storage root.</summary>
    Sqlite,
    Postgres,
}

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Database";

    public DatabaseKind Kind { get; set; } = DatabaseKind.Sqlite;

    /// <summary>For PostgreSQL; from the environment or a file, never from the repository.</summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is DatabaseKind.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new("Database:ConnectionString is needed with Database:Kind=Postgres", [nameof(ConnectionString)]);
    }
}
