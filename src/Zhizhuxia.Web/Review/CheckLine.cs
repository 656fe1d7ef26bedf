namespace Zhizhuxia.Web.Review;

/// <summary>How a fact bears on the decision.</summary>
public enum Light
{
    /// <summary>Nothing stands against it.</summary>
    Green,

    /// <summary>A person should look.</summary>
    Yellow,

    /// <summary>Something is wrong.</summary>
    Red,

    /// <summary>Not known yet.</summary>
    Grey,
}

/// <summary>One fact of the tab 核查.</summary>
/// <param name="Light">How it bears on the decision.</param>
/// <param name="Name">What is looked at.</param>
/// <param name="Value">What was found.</param>
/// <param name="Meaning">What that means, for somebody who is no engineer.</param>
public sealed record CheckLine(Light Light, string Name, string Value, string Meaning)
{
    /// <summary>The light for who does not see colours.</summary>
    public string LightWords => Light switch
    {
        Light.Green => "没问题",
        Light.Yellow => "请留意",
        Light.Red => "有问题",
        _ => "还不知道",
    };
}
