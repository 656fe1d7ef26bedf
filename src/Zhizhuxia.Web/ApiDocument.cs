using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Zhizhuxia.Web;

/// <summary>What the OpenAPI document says beyond what the types tell: bodies that are read by hand, examples, and how a key is shown.</summary>
internal static class ApiDocument
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";
    private const string KeyScheme = "partner";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "合作方的密钥，由编辑部的管理员开出，只显示一次。没有密钥也能用，次数少一些。",
        };
        return Task.CompletedTask;
    }));

    /// <summary>Documents the body of an endpoint that reads it with <see cref="ApiJson.ReadAsync"/>.</summary>
    /// <param name="example">JSON.</param>
    /// <param name="more">Further examples with their names.</param>
    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder endpoint, string example, params (string Name, string Example)[] more) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, ct) =>
        {
            var body = new OpenApiMediaType { Schema = await context.GetOrCreateSchemaAsync(typeof(T), parameterDescription: null, ct) };
            if (more.Length == 0)
                body.Example = JsonNode.Parse(example);
            else
                body.Examples = more.Prepend(("单条", example)).ToDictionary(named => named.Item1, named => (IOpenApiExample)new OpenApiExample { Value = JsonNode.Parse(named.Item2) });
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { [Json] = body } };
        });

    /// <summary>An answer, with an example.</summary>
    public static RouteHandlerBuilder WithAnswer<T>(this RouteHandlerBuilder endpoint, int status, string example) =>
        endpoint.Produces<T>(status, Json).WithExample(status, Json, example);

    /// <summary>A refusal, with an example.</summary>
    public static RouteHandlerBuilder WithProblem(this RouteHandlerBuilder endpoint, int status, string example) =>
        endpoint.ProducesProblem(status).WithExample(status, ProblemJson, example);

    /// <summary>The endpoint takes a partner's key, and works without one.</summary>
    public static RouteHandlerBuilder WithPartnerKey(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
    {
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }, new()];
        return Task.CompletedTask;
    });

    private static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, int status, string type, string example) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Responses is { } answers && answers.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var answer)
                && answer.Content is { } content && content.TryGetValue(type, out var body))
                body.Example = JsonNode.Parse(example);
            return Task.CompletedTask;
        });
}
