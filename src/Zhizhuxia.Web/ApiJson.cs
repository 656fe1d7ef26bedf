using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web;

/// <summary>How the JSON API reads and refuses: strict, and every "no" is problem+json with a stable code and a Chinese sentence.</summary>
internal static class ApiJson
{
    /// <summary>Numbers as numbers; unknown and repeated members are errors.</summary>
    public static void AddApiJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(json =>
    {
        Spell(json.SerializerOptions);
        json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.SerializerOptions.AllowDuplicateProperties = false;
    });

    /// <summary>How all JSON is spelt that leaves the program: enums as words, Chinese as it is; the type is never HTML.</summary>
    public static void Spell(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    /// <summary>A group of endpoints under <c>/api/v1</c>, open to strangers and without cookies that sign anybody in.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app) => app.MapGroup("/api/v1").AllowAnonymous()
        .AddEndpointFilter(SayAsync).WithMetadata(new SkipStatusCodePagesAttribute());

    /// <summary>Reads the body.</summary>
    /// <exception cref="RefusedException"><c>content-type-invalid</c>, <c>request-too-large</c>, <c>request-malformed</c> with the place of the mistake.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType() || !IsUtf8(request))
            throw new RefusedException("content-type-invalid", "application/json");
        try
        {
            return await request.ReadFromJsonAsync<T>(ct) ?? throw new RefusedException("request-malformed", "null");
        }
        catch (BadHttpRequestException large) when (large.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            throw new RefusedException("request-too-large");
        }
        catch (JsonException wrong)
        {
            var json = request.HttpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
            throw new RefusedException("request-malformed", Place(json.GetTypeInfo(typeof(T)), wrong.Path ?? "$"));
        }
    }

    /// <summary>JSON that travels is UTF-8 (RFC 8259); a charset by another name is read by nobody here.</summary>
    private static bool IsUtf8(HttpRequest request) =>
        HeaderUtilities.RemoveQuotes(request.GetTypedHeaders().ContentType!.Charset) is var charset && (charset.Length == 0 || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the mistake is, and which words may stand there where only some may.</summary>
    private static string Place(JsonTypeInfo body, string path)
    {
        var type = body;
        foreach (var step in path.Split('.').Skip(1))
        {
            var name = step.Split('[')[0];
            if (type.Properties.FirstOrDefault(member => member.Name == name)?.PropertyType is not { } found)
                return path;
            type = body.Options.GetTypeInfo(Nullable.GetUnderlyingType(found) ?? found);
            if (step.Contains('[') && type.ElementType is { } element)
                type = body.Options.GetTypeInfo(Nullable.GetUnderlyingType(element) ?? element);
        }
        return type.Type.IsEnum ? $"{path}，只能是 {string.Join("、", Enum.GetNames(type.Type).Select(JsonNamingPolicy.CamelCase.ConvertName))}" : path;
    }

    private static async ValueTask<object?> SayAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusedException refused)
        {
            if (refused is { Code: "too-many-requests", Arguments: [string seconds] })
                context.HttpContext.Response.Headers.RetryAfter = seconds;
            return TypedResults.Problem(Refusals.Problem(refused));
        }
        catch (FormInvalidException invalid)
        {
            return TypedResults.Problem(Invalid(invalid.Errors));
        }
    }

    /// <summary>Fields to mend: per field the sentences and the codes.</summary>
    public static ProblemDetails Invalid(IReadOnlyList<FieldError> errors)
    {
        var problem = Refusals.Problem(new("form-invalid"));
        problem.Extensions["errors"] = PerField(errors, error => error.Sentence);
        problem.Extensions["codes"] = PerField(errors, error => error.Code);
        return problem;
    }

    private static Dictionary<string, string[]> PerField(IReadOnlyList<FieldError> errors, Func<FieldError, string> pick) => errors
        .GroupBy(error => JsonNamingPolicy.CamelCase.ConvertName(error.Field))
        .ToDictionary(field => field.Key, field => field.Select(pick).ToArray());
}
