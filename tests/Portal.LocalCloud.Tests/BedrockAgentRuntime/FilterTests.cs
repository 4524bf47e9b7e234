using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using NpgsqlTypes;
using Portal.LocalCloud.BedrockAgentRuntime;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockAgentRuntime;

/// <summary>The compiled filters against a plain evaluator of the documented rules.</summary>
public sealed class FilterTests
{
    private static readonly string[] Documents =
    [
        "{}",
        """{"customer":"CustomerA","year":2022,"open":true,"tags":["red","green"]}""",
        """{"customer":"customera","year":2023.5,"open":false,"tags":["blue"]}""",
        """{"customer":"CustomerB","year":"2022","open":"true","tags":"red"}""",
        """{"customer":["CustomerA"],"year":[2022],"we'ird \"key\"; --":"it's % _ \\ ok"}""",
        """{"customer":"","year":-1,"tags":["redish","' OR true --"]}""",
    ];

    private static readonly string[] Operators = ["equals", "notEquals", "greaterThan", "greaterThanOrEquals", "lessThan", "lessThanOrEquals", "in", "notIn", "startsWith", "stringContains", "listContains"];

    private static readonly string[] Keys = ["customer", "year", "open", "tags", "we'ird \"key\"; --", "missing"];

    private static readonly object[] Texts = ["CustomerA", "customer", "red", "2022", "it's % _ \\ ok", "' OR true --", "%", ""];

    private static readonly object[] Numbers = [2022, 2022.0, 2023.5, -1, 1e3, 0];

    [Fact]
    public async Task Compile_RandomFilters_SelectWhatTheRulesSay()
    {
        await using var database = NpgsqlDataSource.Create(await TestServer.NewDatabaseAsync("filters"));
        await using (var make = database.CreateCommand("CREATE TABLE doc (id int, metadata jsonb)")) await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        for (var at = 0; at < Documents.Length; at++)
        {
            await using var add = database.CreateCommand("INSERT INTO doc VALUES ($1, $2)");
            add.Parameters.Add(new() { Value = at });
            add.Parameters.Add(new() { Value = Documents[at], NpgsqlDbType = NpgsqlDbType.Jsonb });
            await add.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var filters = Gen.Sample(Filter(1), 400, 50).ToList();
        var tried = 0;
        foreach (var storage in (string[])["OPENSEARCH_SERVERLESS", "RDS", "NEPTUNE_ANALYTICS"])
        {
            foreach (var filter in filters)
            {
                RetrievalFilter read;
                try
                {
                    read = FilterReader.Read(JsonSerializer.SerializeToElement(filter), storage);
                }
                catch (FilterProblemException)
                {
                    continue;
                }

                tried++;
                var sql = new FilterSql("metadata", storage);
                await using var query = database.CreateCommand($"SELECT id FROM doc WHERE {sql.Compile(read)} ORDER BY id");
                foreach (var parameter in sql.Parameters) query.Parameters.Add(parameter);
                var found = new List<int>();
                await using var rows = await query.ExecuteReaderAsync(TestContext.Current.CancellationToken);
                while (await rows.ReadAsync(TestContext.Current.CancellationToken)) found.Add(rows.GetInt32(0));
                var expected = Enumerable.Range(0, Documents.Length).Where(at => FilterRules.Holds(read, JsonDocument.Parse(Documents[at]).RootElement, storage)).ToList();
                Assert.True(expected.SequenceEqual(found), $"{storage} {JsonSerializer.Serialize(filter)}: expected {string.Join(',', expected)}, found {string.Join(',', found)}");
            }
        }

        Assert.True(tried > 300, $"Only {tried} filters were valid.");
    }

    [Theory]
    [InlineData("""{"startsWith":{"key":"k","value":"v"}}""", "RDS", "not supported")]
    [InlineData("""{"stringContains":{"key":"k","value":"v"}}""", "S3_VECTORS", "not supported")]
    [InlineData("""{"in":{"key":"k","value":"v"}}""", "RDS", "list of strings")]
    [InlineData("""{"greaterThan":{"key":"k","value":"v"}}""", "RDS", "a number")]
    [InlineData("""{"equals":{"key":"k","value":["v"]}}""", "RDS", "string, number or boolean")]
    public void Read_WhatTheStoreOrTypeForbids_IsRefused(string filter, string storage, string reason) =>
        Assert.Contains(reason, Assert.Throws<FilterProblemException>(() => FilterReader.Read(JsonDocument.Parse(filter).RootElement, storage)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_Limits_AreFivePerGroupFiveGroupsAndOneLevel()
    {
        var leaf = """{"equals":{"key":"k","value":1}}""";
        string Group(int count, string member) => "{\"andAll\":[" + string.Join(',', Enumerable.Repeat(member, count)) + "]}";
        void Refused(string filter, string reason) => Assert.Contains(reason, Assert.Throws<FilterProblemException>(() => FilterReader.Read(JsonDocument.Parse(filter).RootElement, "RDS")).Message, StringComparison.Ordinal);
        FilterReader.Read(JsonDocument.Parse(Group(5, leaf)).RootElement, "RDS");
        FilterReader.Read(JsonDocument.Parse(Group(4, Group(2, leaf))).RootElement, "RDS");
        Refused(Group(6, leaf), "at most 5");
        Refused(Group(5, Group(2, leaf)), "more than 5 groups");
        Refused(Group(2, Group(2, Group(2, leaf))), "nested too deeply");
    }

    private static Gen<object> Filter(int depth)
    {
        var leaf =
            from name in Gen.Elements(Operators)
            from key in Gen.Elements(Keys)
            from value in name is "in" or "notIn" ? Gen.Elements(Texts).ListOf(2).Select(list => (object)list.ToArray())
                : name is "equals" or "notEquals" ? Gen.OneOf(Gen.Elements(Texts), Gen.Elements(Numbers), Gen.Elements((object)true, false))
                : name is "startsWith" or "stringContains" or "listContains" ? Gen.Elements(Texts)
                : Gen.Elements(Numbers)
            select (object)new Dictionary<string, object> { [name] = new { key, value } };
        if (depth < 0) return leaf;
        var group =
            from name in Gen.Elements("andAll", "orAll")
            from members in Filter(depth - 1).ListOf(2)
            select (object)new Dictionary<string, object> { [name] = members.ToArray() };
        return Gen.OneOf(leaf, leaf, group);
    }
}
