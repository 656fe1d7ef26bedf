using System.Globalization;
using System.Text.Json;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>The template of infra/azure with every expression worked out.</summary>
internal sealed class ArmTemplate
{
    private const string Folder = "infra/azure";

    public ArmTemplate()
    {
        Root = Read("template.json");
        foreach (var resource in Root.GetProperty("resources").EnumerateArray())
            Resources.Add(new(this, resource));
        foreach (var output in Root.GetProperty("outputs").EnumerateObject())
            Outputs[output.Name] = Evaluate(output.Value.GetProperty("value").GetString()!);
    }

    public JsonElement Root { get; }

    public List<ArmResource> Resources { get; } = [];

    public Dictionary<string, string> Outputs { get; } = [];

    public HashSet<string> UsedParameters { get; } = [];

    public HashSet<string> UsedVariables { get; } = [];

    /// <summary>Every id that an expression has named.</summary>
    public HashSet<string> Named { get; } = [];

    /// <summary>Whom the expressions at hand ask for what only a deployed resource knows.</summary>
    private HashSet<string> Asked { get; set; } = [];

    public static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources.Root, Folder, file)), new() { AllowDuplicateProperties = false }).RootElement;

    /// <summary>Works out every text within, names of members included.</summary>
    /// <returns>What deployed resources were asked for.</returns>
    public HashSet<string> EvaluateAll(JsonElement element)
    {
        Asked = [];
        Walk(element);
        return [.. Asked];
    }

    public string Evaluate(string text)
    {
        if (!text.StartsWith('[') || text.StartsWith("[[", StringComparison.Ordinal))
            return text;
        return text.EndsWith(']') ? new ArmExpression(text[1..^1], Call).Evaluate() : throw new FormatException(text);
    }

    private void Walk(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String)
            Evaluate(element.GetString()!);
        else if (element.ValueKind is JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Walk(item);
        else if (element.ValueKind is JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
            {
                Evaluate(member.Name);
                Walk(member.Value);
            }
    }

    private string Call(string function, IReadOnlyList<string> with) => function switch
    {
        "parameters" => Parameter(with.Single()),
        "variables" => Variable(with.Single()),
        "concat" => string.Concat(with),
        "toLower" => with.Single().ToLowerInvariant(),
        "string" => with.Single(),
        "empty" => with.Single().Length == 0 ? "true" : "false",
        "max" => with.Max(number => int.Parse(number, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        "if" when with.Count == 3 => with[0] == "true" ? with[1] : with[2],
        "resourceId" => Name($"{with[0]}|{string.Join('/', with.Skip(1))}"),
        "subscriptionResourceId" => Name($"{with[0]}|{with[1]}"),
        "extensionResourceId" when with.Count == 3 => Name($"{with[0]}|{with[1]}|{with[2]}"),
        "reference" or "listKeys" when with.Count == 2 => Ask(with[0]),
        "guid" or "uniqueString" => $"<{function}({string.Join(',', with)})>",
        "resourceGroup" or "subscription" when with.Count == 0 => function,
        _ => throw new FormatException($"{function} with {with.Count} arguments"),
    };

    private string Parameter(string name)
    {
        UsedParameters.Add(name);
        var parameter = Root.GetProperty("parameters").GetProperty(name);
        return parameter.TryGetProperty("defaultValue", out var value) ? Evaluate(value.ToString()) : $"<{name}>";
    }

    private string Variable(string name)
    {
        UsedVariables.Add(name);
        return Evaluate(Root.GetProperty("variables").GetProperty(name).GetString()!);
    }

    private string Name(string id)
    {
        Named.Add(id);
        return id;
    }

    private string Ask(string id)
    {
        Asked.Add(id);
        return $"<{id}>";
    }
}
