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
        var itself = _words.GetValueOrDefault(type.Name);
        if (context.JsonPropertyInfo is not { } field)
            DescribeRecord(schema, type, itself);
        else if (WordsOf(field.DeclaringType, field.Name) is { } words)
            DescribeField(schema, itself, words);
        return Task.CompletedTask;
    }

    private static void DescribeRecord(OpenApiSchema schema, Type type, string? itself)
    {
        schema.Description = itself ?? schema.Description;
        if (type == typeof(LinkRequest))
            schema.AnyOf = [new OpenApiSchema { Required = new HashSet<string> { "links" } }, new OpenApiSchema { Required = Needed(SubmissionKind.Link) }];
        else
            schema.Required = NeededOf(type) ?? schema.Required;
    }

    /// <summary>Of a named schema the words stand beside the reference; it keeps its own, or, where it is written out in a body, has these.</summary>
    private static void DescribeField(OpenApiSchema schema, string? itself, string words)
    {
        if (schema.Metadata is { } metadata && metadata.TryGetValue(Named, out var name) && name is string { Length: > 0 })
            (metadata[BesideReference], schema.Description) = (words, itself ?? words);
        else
            schema.Description = words;
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
