using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Settings;

/// <summary>Options whose value is made anew when a document has changed: the configuration's, with what was set over it.</summary>
public sealed class LiveOptions<T>(string section, CurrentSettings settings, IOptionsFactory<T> factory) : LiveSection, IOptions<T> where T : class
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.General) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private volatile Made? _made;

    public T Value
    {
        get
        {
            var mark = settings.Mark;
            if (_made is { } made && made.Mark == mark)
                return made.Value;
            var value = Now().Deserialize<T>(_json)!;
            _made = new(mark, value);
            return value;
        }
    }

    public override string Name => section;

    public override JsonObject Defaults() => JsonSerializer.SerializeToNode(factory.Create(Options.DefaultName), _json)!.AsObject();

    public override JsonObject Now() => settings.Lay(section, Defaults());

    public override bool Accepts(string key, JsonNode document)
    {
        var tried = Now();
        CurrentSettings.Lay(tried, key[section.Length..].Split(':', StringSplitOptions.RemoveEmptyEntries), document);
        try
        {
            return tried.Deserialize<T>(_json) is { } value && Validator.TryValidateObject(value, new(value), null, validateAllProperties: true);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed record Made(object Mark, T Value);
}
