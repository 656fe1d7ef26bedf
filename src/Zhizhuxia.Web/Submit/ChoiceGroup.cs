using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>A question of the form that is answered by one radio.</summary>
/// <param name="Name">Property of <see cref="SubmissionForm"/>.</param>
/// <param name="Legend">The question.</param>
/// <param name="Help">A line below it, or null.</param>
/// <param name="Choices">In the order shown.</param>
/// <param name="Layout">Classes of the list: "across" side by side, with "roomy" only where there is room; empty for rows.</param>
public sealed record ChoiceGroup(string Name, string Legend, string? Help, IReadOnlyList<Choice> Choices, string Layout = "")
{
    public static readonly ChoiceGroup Origin = new(nameof(SubmissionForm.Origin), "谁拍的？", null,
    [
        Choice.Of(Submissions.Origin.Own, FormWords.Of(Submissions.Origin.Own)),
        Choice.Of(Submissions.Origin.FamilyOrFriend, FormWords.Of(Submissions.Origin.FamilyOrFriend)),
        Choice.Of(Submissions.Origin.SeenOnline, FormWords.Of(Submissions.Origin.SeenOnline), "仅作线索，不承诺稿酬"),
    ]);

    public static readonly ChoiceGroup AiUse = new(nameof(SubmissionForm.AiUse), "有没有用 AI 生成、换脸、变声或 AI 配音？", null,
        [.. Enum.GetValues<AiUse>().Select(use => Choice.Of(use, FormWords.Of(use)))], Layout: "across");

    public static readonly ChoiceGroup People = new(nameof(SubmissionForm.People), "画面里有认得出的人吗？", null,
        [.. Enum.GetValues<PeopleShown>().Select(people => Choice.Of(people, FormWords.Of(people)))]);

    public static readonly ChoiceGroup Minors = new(nameof(SubmissionForm.Minors), "有未成年人出镜吗？", null,
        [.. Enum.GetValues<Minors>().Select(minors => Choice.Of(minors, FormWords.Of(minors)))]);

    public static readonly ChoiceGroup PublishedBefore = new(nameof(SubmissionForm.PublishedBefore), "发表过吗？", "发表过也可以投，请如实选。",
        [.. Enum.GetValues<PublishedBefore>().Select(published => Choice.Of(published, FormWords.Of(published)))]);

    public static readonly ChoiceGroup CreditWish = new(nameof(SubmissionForm.CreditWish), "刊发时怎么署名？", null,
        [.. Enum.GetValues<CreditWish>().Select(wish => Choice.Of(wish, FormWords.Of(wish)))], Layout: "across");

    public static readonly ChoiceGroup Age = new(nameof(SubmissionForm.Age), "您的年龄", "未满14周岁的小朋友，请由监护人来填写和提交。",
        [.. Enum.GetValues<AgeGroup>().Select(age => Choice.Of(age, FormWords.Of(age)))], Layout: "across roomy");
}
