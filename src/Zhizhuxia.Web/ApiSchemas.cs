using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Status;
using Zhizhuxia.Web.Submit;

namespace Zhizhuxia.Web;

/// <summary>The records of the interface in its document: what each field is, in the words of api.tsv, and which may not be missing, as the rules of the form say.</summary>
internal static class ApiSchemas
{
    /// <summary>Where the framework keeps what is said beside a reference.</summary>
    private const string BesideReference = "x-ref-description";

    /// <summary>Where the framework says that a schema will stand by itself, and only be referred to.</summary>
    private const string Named = "x-schema-id";

    private static readonly IReadOnlyDictionary<string, string> _words = WordTable.Read(typeof(ApiSchemas).Assembly, "api.tsv");

    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is not { } property)
            (schema.Description, schema.Required) = (_words.GetValueOrDefault(type.Name) ?? schema.Description, NeededOf(type) ?? schema.Required);
        else if (WordsOf(property.DeclaringType, property.Name) is not { } words)
            return Task.CompletedTask;
        else if (schema.Metadata is { } metadata && metadata.TryGetValue(Named, out var name) && name is string { Length: > 0 })
            (metadata[BesideReference], schema.Description) = (words, _words.GetValueOrDefault(type.Name) ?? words);
        else
            schema.Description = words;
        if (context.JsonPropertyInfo is null && type == typeof(LinkRequest))
            (schema.Required, schema.AnyOf) = (null, [new OpenApiSchema { Required = new HashSet<string> { "links" } }, new OpenApiSchema { Required = Needed(SubmissionKind.Link) }]);
        return Task.CompletedTask;
    }

    private static HashSet<string>? NeededOf(Type type) => type switch
    {
        _ when type == typeof(SubmissionForm) => Needed(SubmissionKind.Link), // where it stands by itself: one of many links
        _ when type == typeof(SubmissionRequest) => Enum.GetValues<SubmissionKind>().Select(Needed).Aggregate((all, more) => [.. all.Intersect(more)]),
        _ when type == typeof(RecogniseRequest) => ["text"],
        _ when type == typeof(StatusRequest) => ["receipt"],
        _ => null,
    };

    /// <summary>What an empty form is sent back for; of mobile and e-mail one is enough.</summary>
    private static HashSet<string> Needed(SubmissionKind kind) =>
        [.. SubmissionFormRules.Check(new() { Kind = kind }).Select(error => JsonNamingPolicy.CamelCase.ConvertName(error.Field)).Where(field => field is not "mobile")];

    private static string? WordsOf(Type? of, string field)
    {
        for (var type = of; type is not null; type = type.BaseType)
            if (_words.TryGetValue($"{type.Name}.{field}", out var words))
                return words;
        return null;
    }
}
