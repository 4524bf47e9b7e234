using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Portal.Access;

/// <summary>Keeps the keys of sign-in cookies and form tokens in the database, so that a restart, or a second portal on the same database, signs nobody out.</summary>
internal sealed class DataProtectionKeys(NpgsqlDataSource source, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("SELECT xml FROM data_protection_key ORDER BY id");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand("INSERT INTO data_protection_key (name, xml, created_at) VALUES ($1, $2, $3)");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.ExecuteNonQuery();
    }
}
