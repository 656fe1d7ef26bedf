using System.Text.Json;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>One resource of the template. Its id is "type|name", and "scope|type|name" for what is put on another resource.</summary>
internal sealed class ArmResource
{
    public ArmResource(ArmTemplate template, JsonElement json)
    {
        Json = json;
        Type = json.GetProperty("type").GetString()!;
        var name = template.Evaluate(json.GetProperty("name").GetString()!);
        Id = json.TryGetProperty("scope", out var scope) ? $"{template.Evaluate(scope.GetString()!)}|{Type}|{name}" : $"{Type}|{name}";
        Needs = json.TryGetProperty("dependsOn", out var needs) ? [.. needs.EnumerateArray().Select(one => template.Evaluate(one.GetString()!))] : [];
        Asks = template.EvaluateAll(json);
        Parts = Type == "Microsoft.Network/virtualNetworks"
            ? [.. json.GetProperty("properties").GetProperty("subnets").EnumerateArray().Select(subnet => $"{Type}/subnets|{name}/{subnet.GetProperty("name").GetString()}")]
            : [];
    }

    public JsonElement Json { get; }

    public string Type { get; }

    public string Id { get; }

    /// <summary>What must be there before.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>What it asks of others when they are there.</summary>
    public IReadOnlyCollection<string> Asks { get; }

    /// <summary>Ids of what is declared within it.</summary>
    public IReadOnlyList<string> Parts { get; }
}
