using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>
/// The metadata key <c>AIGC</c> that generators and platforms must write (《人工智能生成合成内容标识办法》, GB 45438—2025). All
/// values are text as found.
/// </summary>
public sealed record AigcMark
{
    /// <summary>Name of the metadata key.</summary>
    public const string Key = "AIGC";

    private const int LongestValue = 500;
    private static readonly JsonSerializerOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // a tag, not a page

    /// <summary>1 属于, 2 可能, 3 疑似.</summary>
    public string? Label { get; init; }
    /// <summary>Who made it: name or code.</summary>
    public string? ContentProducer { get; init; }
    /// <summary>The maker's number of it.</summary>
    public string? ProduceID { get; init; }
    /// <summary>The maker's own use, mostly a signature.</summary>
    public string? ReservedCode1 { get; init; }
    /// <summary>Who spread it.</summary>
    public string? ContentPropagator { get; init; }
    /// <summary>The spreader's number of it.</summary>
    public string? PropagateID { get; init; }
    /// <summary>The spreader's own use.</summary>
    public string? ReservedCode2 { get; init; }

    /// <summary>What the portal makes of it; a mark that does not say what it means is a trace.</summary>
    public AiLabel Judged => Label?.Trim() switch
    {
        "1" => AiLabel.Certain,
        "2" => AiLabel.Possible,
        _ => AiLabel.Suspected,
    };

    /// <summary>Reads the bare object and one wrapped in <c>{"AIGC":{…}}</c>, also as a text within it.</summary>
    /// <returns>Null when there is no object.</returns>
    public static AigcMark? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 8 });
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Read(document.RootElement),
                JsonValueKind.String => Parse(document.RootElement.GetString()),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The mark of a film that the portal spreads: the maker's words stay, we are the propagator (domain §6).
    /// </summary>
    /// <param name="source">What the reader's file said; null when it said nothing.</param>
    /// <param name="label">The newsroom's verdict.</param>
    /// <param name="propagator">Our name.</param>
    /// <param name="number">Our number of it.</param>
    /// <returns>Null when no label is due.</returns>
    public static AigcMark? Propagated(AigcMark? source, AiLabel label, string propagator, string number) => label is AiLabel.None
        ? null
        : (source ?? new AigcMark()) with
        {
            Label = label switch { AiLabel.Certain => "1", AiLabel.Possible => "2", _ => "3" },
            ContentPropagator = propagator,
            PropagateID = number,
            ReservedCode2 = null,
        };

    /// <summary>The value of the metadata key: all seven fields in the standard's order, empty where unknown.</summary>
    public string ToJson() => new JsonObject
    {
        [nameof(Label)] = Label ?? "",
        [nameof(ContentProducer)] = ContentProducer ?? "",
        [nameof(ProduceID)] = ProduceID ?? "",
        [nameof(ReservedCode1)] = ReservedCode1 ?? "",
        [nameof(ContentPropagator)] = ContentPropagator ?? "",
        [nameof(PropagateID)] = PropagateID ?? "",
        [nameof(ReservedCode2)] = ReservedCode2 ?? "",
    }.ToJsonString(Shape);

    private static AigcMark? Read(JsonElement found)
    {
        if (found.EnumerateObject().FirstOrDefault(field => Is(field, Key)) is { Value.ValueKind: not JsonValueKind.Undefined } wrapped)
            return Parse(wrapped.Value.GetRawText());
        var fields = found.EnumerateObject().Where(field => field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.Name, field => Short(field.Value.ToString()), StringComparer.OrdinalIgnoreCase);
        return new AigcMark
        {
            Label = fields.GetValueOrDefault(nameof(Label)),
            ContentProducer = fields.GetValueOrDefault(nameof(ContentProducer)),
            ProduceID = fields.GetValueOrDefault(nameof(ProduceID)),
            ReservedCode1 = fields.GetValueOrDefault(nameof(ReservedCode1)),
            ContentPropagator = fields.GetValueOrDefault(nameof(ContentPropagator)),
            PropagateID = fields.GetValueOrDefault(nameof(PropagateID)),
            ReservedCode2 = fields.GetValueOrDefault(nameof(ReservedCode2)),
        };
    }

    private static bool Is(JsonProperty field, string name) => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length <= LongestValue ? text : text[..LongestValue];
}
