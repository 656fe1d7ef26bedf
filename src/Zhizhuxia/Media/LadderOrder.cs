using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>What the newsroom has decided about a film that is to be delivered.</summary>
/// <param name="Label">The verdict on AI-generated content; it is shown on the picture and written into the MP4.</param>
/// <param name="GainDecibels">What the sound is to be raised or lowered by; see <see cref="SoundGain"/>.</param>
public sealed record LadderOrder(AiLabel Label, double GainDecibels)
{
    /// <summary>Words on the picture at its start (《人工智能生成合成内容标识办法》 第四条); null when no label is due.</summary>
    public string? Notice => Label switch
    {
        AiLabel.Certain => "内容由人工智能生成",
        AiLabel.Possible => "内容可能由人工智能生成",
        AiLabel.Suspected => "内容疑似由人工智能生成",
        _ => null,
    };
}
