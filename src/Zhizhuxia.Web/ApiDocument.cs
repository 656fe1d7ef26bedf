using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Zhizhuxia.Web;

/// <summary>What the OpenAPI document says beyond what the types tell: bodies that are read by hand, with an example.</summary>
internal static class ApiDocument
{
    /// <summary>Documents the body of an endpoint that reads it with <see cref="ApiJson.ReadAsync"/>.</summary>
    /// <param name="example">JSON.</param>
    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder endpoint, string example) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, ct) => operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(T), parameterDescription: null, ct), Example = JsonNode.Parse(example) },
            },
        });
}
