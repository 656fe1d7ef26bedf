using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web;

/// <summary>The refusals of the interface as its document shows them: made by the code that refuses, so that they cannot differ from it.</summary>
internal static class ApiProblems
{
    private const string ProblemJson = "application/problem+json";

    /// <summary>What every address of the interface may answer.</summary>
    private static readonly ProblemDetails[] _everywhere = [Of("too-many-requests"), Of("database-away")];

    private static readonly ProblemDetails[] _reading = [Of("request-malformed", "$.title"), Of("request-too-large"), Of("content-type-invalid", "application/json")];

    private static readonly ProblemDetails[] _door = [Of("idempotency-key-invalid"), Of("api-key-invalid"), Of("not-possible-now"), Of("idempotency-key-reused")];

    /// <summary>A refusal, as it is sent.</summary>
    public static ProblemDetails Of(string code, params IReadOnlyList<object> arguments) => Refusals.Problem(new(code, arguments));

    /// <summary>A form with something to mend.</summary>
    public static ProblemDetails Form(string field, string code) => ApiJson.Invalid([new FieldError(field, code)]);

    /// <summary>The refusals of an endpoint; the first of each status is its example.</summary>
    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder endpoint, params IEnumerable<ProblemDetails> problems)
    {
        foreach (var same in problems.Concat(_everywhere).GroupBy(problem => problem.Status!.Value))
        {
            endpoint.ProducesProblem(same.Key).Document(operation =>
            {
                var answer = ApiDocument.AnswerOf(operation, same.Key);
                answer.Description = string.Join('\n', same.Select(problem => $"- `{problem.Title}`：{problem.Detail}"));
                answer.Content![ProblemJson].Example = JsonSerializer.SerializeToNode(same.First(), JsonSerializerOptions.Web);
            });
        }
        return endpoint.WithAnswerHeader(StatusCodes.Status429TooManyRequests, "Retry-After", "还要等的秒数", "1260")
            .WithAnswerHeader(StatusCodes.Status503ServiceUnavailable, "Retry-After", "过这么多秒原样再试", "5");
    }

    /// <summary>As <see cref="WithProblems"/>, of an endpoint that reads JSON.</summary>
    public static RouteHandlerBuilder WithReadingProblems(this RouteHandlerBuilder endpoint, params IEnumerable<ProblemDetails> problems) =>
        endpoint.WithProblems(problems.Concat(_reading));

    /// <summary>As <see cref="WithReadingProblems"/>, of an endpoint that takes pieces.</summary>
    /// <param name="scope">What a key must open, in its written form.</param>
    public static RouteHandlerBuilder WithDoorProblems(this RouteHandlerBuilder endpoint, string scope, params IEnumerable<ProblemDetails> problems) =>
        endpoint.WithReadingProblems([.. problems, Of("api-key-scope", scope), .. _door]).WithAnswerHeader(StatusCodes.Status401Unauthorized, "WWW-Authenticate", "要用哪一种密钥", "Bearer");

    /// <summary>The members that ours have beside those of RFC 9457.</summary>
    public static void Complete(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "不会改动，程序认它；detail 是给人看的话。" };
        schema.Properties["errors"] = PerField("每一栏要改什么，给人看；只在 form-invalid 时有。");
        schema.Properties["codes"] = PerField("同样的，给程序看。");
        schema.Required = new HashSet<string> { "type", "title", "status", "detail", "code" };
        (schema.AdditionalPropertiesAllowed, schema.AdditionalProperties) = (true, null);
    }

    private static OpenApiSchema PerField(string description) => new()
    {
        Type = JsonSchemaType.Object, Description = description,
        AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
    };
}
