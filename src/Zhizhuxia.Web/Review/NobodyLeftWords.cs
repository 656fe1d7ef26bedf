using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>Why nobody can pass a piece, and who could be asked, in sentences.</summary>
internal static class NobodyLeftWords
{
    /// <summary>For example "复审没有人能审了：李主任已在别的一级通过了同一内容。".</summary>
    public static string Why(NobodyLeft left)
    {
        var reasons = left.Holders.GroupBy(holder => holder.Reason).Select(group =>
            $"{Names(group.Select(holder => holder.Person))}{(group.Key == Guards.FreshEyes.Code ? "已在别的一级通过了同一内容" : "不能审自己投的稿")}");
        return left.Holders.Count == 0 ? $"{left.Level.Level}没有人能审：现在没有在岗的{left.Level.Title}。" : $"{left.Level.Level}没有人能审：{string.Join("，", reasons)}。三审须由三个人完成。";
    }

    /// <summary>For example "可以请王编辑或孙编辑代复审，由赵总编或管理员安排。".</summary>
    public static string WhatNow(NobodyLeft left) => left switch
    {
        { CanBeLent: false } => $"请{Or(left.MayLend, "管理员")}在“编辑”里再设一位{left.Level.Title}。",
        { CouldStandIn.Count: 0 } => $"也没有别的编辑能代{left.Level.Level}，请管理员再建一位编辑的账号。",
        _ => $"可以请{Or(left.CouldStandIn, "")}代{left.Level.Level}，由{Or(left.MayLend, "终审总编或管理员")}在值班表里安排。",
    };

    private static string Or(IReadOnlyList<Actor> people, string otherwise) => people.Count > 0 ? string.Join("或", people.Take(5).Select(person => person.Name)) : otherwise;

    private static string Names(IEnumerable<Actor> people) => string.Join("、", people.Select(person => person.Name));
}
