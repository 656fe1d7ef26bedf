using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web;

/// <summary>What the OpenAPI document says beyond what the types tell: bodies that are read by hand, examples, and how a key is shown.</summary>
internal static class ApiDocument
{
    /// <summary>The header that makes a call repeatable.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    private const string Json = "application/json";
    private const string KeyScheme = "partner";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "知株侠投稿接口", Version = "1" };
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "合作方的密钥，由编辑部的管理员开出，只显示一次。没有密钥也能用，次数少一些。",
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
                ApiProblems.Complete(schema);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(ApiSchemas.DescribeAsync);
    });

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

    /// <summary>How many may stand in a list of the body. After <see cref="WithBody{T}"/>.</summary>
    public static RouteHandlerBuilder WithMost(this RouteHandlerBuilder endpoint, string list, int most) => endpoint.Document(operation =>
    {
        if (operation.RequestBody!.Content![Json].Schema!.Properties![list] is OpenApiSchema items)
            (items.MinItems, items.MaxItems, items.Description) = (1, most, $"1 到 {most} 条，每条自成一份；没有密钥时可能更少，见说明。");
    });

    /// <summary>An answer, with an example.</summary>
    public static RouteHandlerBuilder WithAnswer<T>(this RouteHandlerBuilder endpoint, int status, string example) =>
        endpoint.Produces<T>(status, Json).Document(operation => AnswerOf(operation, status).Content![Json].Example = JsonNode.Parse(example));

    /// <summary>A header of an answer.</summary>
    public static RouteHandlerBuilder WithAnswerHeader(this RouteHandlerBuilder endpoint, int status, string name, string description, string example) => endpoint.Document(operation =>
    {
        var answer = AnswerOf(operation, status);
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
        answer.Headers[name] = new OpenApiHeader { Description = description, Example = example, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    });

    /// <summary>A header without which the endpoint refuses.</summary>
    public static RouteHandlerBuilder WithNeededHeader(this RouteHandlerBuilder endpoint, string name, string description, int shortest, int longest, string example) =>
        endpoint.Document(operation =>
        {
            operation.Parameters = [.. (operation.Parameters ?? []).Where(known => known.Name != name), new OpenApiParameter
            {
                Name = name, In = ParameterLocation.Header, Required = true, Description = description, Example = example,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = shortest, MaxLength = longest },
            }];
        });

    /// <summary>The endpoint takes pieces: by a partner's key or without one, each once under its idempotency key, and so many at most.</summary>
    /// <param name="batch">Pieces of one call, where it takes several; else 1.</param>
    public static RouteHandlerBuilder WithDoor(this RouteHandlerBuilder endpoint, int batch) => endpoint
        .WithNeededHeader(
            IdempotencyKey, "自己随机生成，例如 UUID。同样的内容用同一个值再发一次，得到原来的答复，不会多出一份，也不占次数；换了内容要换新的值。",
            FormerReceipts.ShortestKey, FormerReceipts.LongestKey, "0192f2c0-7000-4000-8000-000000000001")
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }, new()];
            var limits = context.ApplicationServices.GetRequiredService<IOptions<LimitsOptions>>().Value;
            if (batch > 1)
                operation.Description += $"\n\n一次多条时，没有密钥最多 {Math.Min(batch, limits.SubmitsPerHour)} 条，用密钥最多 {Math.Min(batch, limits.SubmitsPerKeyAndMinute)} 条。";
            operation.Description += $"\n\n没有密钥时，同一个网络地址每小时最多 {limits.SubmitsPerHour} 份；用密钥时，每个密钥每分钟最多 {limits.SubmitsPerKeyAndMinute} 份。"
                + "一次多条按条数算。被退回的也算次数，原样重发不算。用完了答复 429，Retry-After 是还要等的秒数。";
            return Task.CompletedTask;
        });

    /// <summary>Says something of the operation once it is known.</summary>
    internal static RouteHandlerBuilder Document(this RouteHandlerBuilder endpoint, Action<OpenApiOperation> say) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        say(operation);
        return Task.CompletedTask;
    });

    /// <summary>The answer that was declared before.</summary>
    internal static OpenApiResponse AnswerOf(OpenApiOperation operation, int status) => (OpenApiResponse)operation.Responses![$"{status}"];
}
